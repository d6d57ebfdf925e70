"""The archive: from files on disk to answers, without any HTTP."""
