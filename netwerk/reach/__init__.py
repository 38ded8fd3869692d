"""The work with new groups: trajectories and what people say they need."""
