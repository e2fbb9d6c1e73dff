"""Pictures of a review, drawn at build: the timeline, the map of the literature, the citation graph.

Tables and lists of HTML where these say it, SVG for lines and marks. In a page, text stays text of the page,
in its language, font and colours, at its size on any screen; no script is needed to see it.
"""
