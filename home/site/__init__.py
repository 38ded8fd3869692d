"""What every public page is made of: pages, blocks, links, pictures, search, difficult words."""
