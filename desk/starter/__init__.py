"""The files of a new workspace, in Chinese and English, with their comments."""
