"""How a feature says where higher ones may add to it, without knowing who they are."""
