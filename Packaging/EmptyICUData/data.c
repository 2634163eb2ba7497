/*
 * An empty table of contents where ICU looks for its data, linked in place of the 34 MB that Foundation carries.
 *
 * Nothing in this program asks for a locale, a calendar, a collation or a time zone by name: Yams and GRDB bring
 * Foundation along for its plain types alone. With this, whatever needs that data says that it is missing instead of
 * finding it. The layout is ICU's (source/common/ucmndata.h): a header, then a count of entries.
 */
#include <stdint.h>

struct empty_common_data {
  uint16_t header_size;
  uint8_t magic1, magic2;
  uint16_t info_size, reserved;
  uint8_t is_big_endian, charset_family, size_of_char, reserved_byte;
  uint8_t data_format[4], format_version[4], data_version[4];
  uint8_t padding[8];
  uint32_t entries;
};

__attribute__((aligned(16))) const struct empty_common_data ICU_DATA = {
    .header_size = 32,
    .magic1 = 0xda,
    .magic2 = 0x27,
    .info_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .size_of_char = 2,
    .data_format = {'C', 'm', 'n', 'D'},
    .format_version = {1},
};
