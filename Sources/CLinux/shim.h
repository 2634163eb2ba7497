/* Calls of Linux that its C library declares for GNU sources only, where Swift does not see them. */
#ifdef __linux__
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
extern int syncfs(int descriptor);
enum { debrief_rename_exchange = 1 << 1 };
#endif
