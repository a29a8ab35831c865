"""What `bkl check` looks for once the files can be read: one file per rule."""
