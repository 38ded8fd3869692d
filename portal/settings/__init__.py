"""Settings: ``base`` for all, ``dev``, ``test`` and ``production`` on top."""
