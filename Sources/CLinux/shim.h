/* Calls of Linux that its C library declares for GNU sources only, where Swift does not see them. */
#ifdef __linux__
#include <features.h>
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
extern int syncfs(int descriptor);
enum { debrief_rename_exchange = 1 << 1 };
#endif
/* Has the C library keep what is freed instead of giving it back to the system; other libraries decide for themselves. */
#ifdef __GLIBC__
#include <malloc.h>
static inline void debrief_keep_freed_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
}
#else
static inline void debrief_keep_freed_memory(void) {}
#endif
