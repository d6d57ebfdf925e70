"""Reads PDF: glyphs are placed by pdfminer, and made into lines, columns and pages here."""
