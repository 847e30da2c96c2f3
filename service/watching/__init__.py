"""The watcher: a process that needs neither database nor keys, and tells the operator what is wrong."""
