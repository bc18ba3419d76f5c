// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/contentcoding.h>

#include <array>
#include <cstdlib>

using namespace Decayscope;

/// A line that is a Content-Type, then a sign that chooses the coding, then a body.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr std::array<const char *, 4> codings{"gzip", "deflate", "br", "identity"};
    constexpr qint64 longest = 1 << 20;
    const auto bytes = QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray();
    const auto line = bytes.indexOf('\n');
    if (line < 0 || line + 1 == bytes.size())
        return 0;
    const QByteArray coding(codings[static_cast<unsigned char>(bytes[line + 1]) % codings.size()]);
    const auto body = bytes.sliced(line + 2);
    const auto decoded = decodedBody(body, coding, longest);
    if (decoded && decoded->size() > longest)
        std::abort();
    std::ignore = bodyText(decoded.value_or(body), bytes.first(line));
    return 0;
}
