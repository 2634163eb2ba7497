/*
 * What no generator can do without: every document is read, parsed and rendered by cmark-gfm on two threads, and as many
 * bytes are written as a site has.
 *
 *     cc -O2 floor.c -o floor $(pkg-config --cflags --libs libcmark-gfm) -lpthread
 *     floor LIST OUTPUT BYTES      a file with a path a line; an empty folder; bytes written in all
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **paths;
static size_t count, room;
static const char *output;
static long long bytes_each;
static atomic_size_t next_path;

static char *read_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *length = (size_t)ftell(file);
  rewind(file);
  char *text = malloc(*length + 1);
  *length = fread(text, 1, *length, file);
  fclose(file);
  return text;
}

/* The page over and over until it has the size that a document's share of the site has. */
static void write_page(size_t number, const char *page, size_t length) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%zu.html", output, number);
  FILE *file = fopen(path, "wb");
  if (!file) {
    perror(path);
    exit(1);
  }
  for (long long left = bytes_each; left > 0; left -= (long long)length)
    fwrite(page, 1, left < (long long)length ? (size_t)left : length, file);
  fclose(file);
}

static void *work(void *unused) {
  static const char *names[] = {"table", "tasklist", "tagfilter"};
  for (size_t number; (number = atomic_fetch_add(&next_path, 1)) < count;) {
    size_t length;
    char *text = read_file(paths[number], &length);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (int i = 0; i < 3; i++) cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, text, length);
    cmark_node *document = cmark_parser_finish(parser);
    char *page = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
    write_page(number, page, strlen(page) ? strlen(page) : 1);
    free(page);
    cmark_node_free(document);
    cmark_parser_free(parser);
    free(text);
  }
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 4) return fprintf(stderr, "usage: floor LIST OUTPUT BYTES\n"), 2;
  size_t length;
  char *list = read_file(argv[1], &length);
  list[length] = 0;
  for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) {
    if (count == room) paths = realloc(paths, (room = room ? room * 2 : 1024) * sizeof *paths);
    paths[count++] = line;
  }
  if (!count) return 0;
  output = argv[2];
  bytes_each = atoll(argv[3]) / (long long)count;
  cmark_gfm_core_extensions_ensure_registered();
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, work, NULL);
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  return 0;
}
