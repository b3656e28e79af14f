"""Houdbaar: does a temporary restraining order hold, judged from the papers of its dossier."""
