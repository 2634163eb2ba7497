"""HTML as the cmark-gfm library itself writes it: the same library that debrief parses with, through its C interface."""

import ctypes
import ctypes.util

EXTENSIONS = ("table", "strikethrough", "autolink", "tagfilter", "tasklist")
FOOTNOTES = 1 << 13


class Oracle:
    def __init__(self):
        core, extensions = ctypes.util.find_library("cmark-gfm"), ctypes.util.find_library("cmark-gfm-extensions")
        if not core or not extensions:
            raise OSError("the libraries of cmark-gfm are not there")
        self.core, self.extensions = ctypes.CDLL(core), ctypes.CDLL(extensions)
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        for name, result, arguments in [
            ("cmark_parser_new", pointer, [ctypes.c_int]), ("cmark_find_syntax_extension", pointer, [text]),
            ("cmark_parser_attach_syntax_extension", ctypes.c_int, [pointer, pointer]),
            ("cmark_parser_feed", None, [pointer, text, ctypes.c_size_t]), ("cmark_parser_finish", pointer, [pointer]),
            ("cmark_parser_get_syntax_extensions", pointer, [pointer]),
            ("cmark_render_html", pointer, [pointer, ctypes.c_int, pointer]), ("cmark_parser_free", None, [pointer]),
            ("cmark_node_free", None, [pointer]),
        ]:
            function = getattr(self.core, name)
            function.restype, function.argtypes = result, arguments
        self.extensions.cmark_gfm_core_extensions_ensure_registered()

    def html(self, markdown):
        """The HTML of a text in the library's safe mode, in which raw HTML is left out."""
        parser = self.core.cmark_parser_new(FOOTNOTES)
        for name in EXTENSIONS:
            extension = self.core.cmark_find_syntax_extension(name.encode())
            self.core.cmark_parser_attach_syntax_extension(parser, extension)
        data = markdown.encode()
        self.core.cmark_parser_feed(parser, data, len(data))
        root = self.core.cmark_parser_finish(parser)
        html = self.core.cmark_render_html(root, FOOTNOTES, self.core.cmark_parser_get_syntax_extensions(parser))
        result = ctypes.string_at(html).decode()
        self.core.cmark_node_free(root)
        self.core.cmark_parser_free(parser)
        return result
