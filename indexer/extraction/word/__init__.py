"""Reads Word files (.docx): every kind of text that their parts hold, in reading order."""
