"""Moeilijke woorden uitgelegd: wat IDO, DigiD of bezwaar is, in één of twee gewone zinnen bij het woord zelf."""
