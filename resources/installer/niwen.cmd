@echo off
rem The command line of the installed program: the window's own binary, run as plain Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0niwen-desktop.exe" "%~dp0resources\app.asar\dist\main\cli.js" %*
