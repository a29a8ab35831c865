"""The folder with `data/`: its years, read, and files written whole."""
