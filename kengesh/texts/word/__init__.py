"""Word files (Office Open XML, ``.docx``): read with all their tracked changes, and written.

``reading`` gives the three views of a file: as submitted, with all changes accepted, with all rejected. What a Word file
may do to whoever opens it is the subject of ``package``: it is opened without trust, and nothing in it is ever fetched.
"""
