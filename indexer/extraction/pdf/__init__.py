"""Reads PDF: pdfium places words or pdfminer glyphs, and lines, columns and pages are made of them here."""
