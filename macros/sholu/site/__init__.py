"""A review becomes a site: what the plugin does, over MkDocs and static-i18n. No other room knows them."""
