"""Several processes that serve on one machine: forked from one parent, replaced when dead, with one metrics port."""
