"""Pictures and documents. What is private lies in a storage without addresses."""
