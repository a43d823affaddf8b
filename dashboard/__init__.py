"""The Dushanbe Process dashboard: curated YAML in, linked views and downloads out."""
