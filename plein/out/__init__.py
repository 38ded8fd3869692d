"""How people find it: finder, talking picture, home page, television and paper."""
