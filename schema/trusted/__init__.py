"""The documents of the generic pages, made from the declarations: what a list, a view or a form of any type asks."""
