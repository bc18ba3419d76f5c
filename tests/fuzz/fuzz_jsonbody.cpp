// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/javascriptvalues.h>
#include <suite/jsonscanner.h>

#include <cstdlib>

using namespace Decayscope;

/// A line that is a path, then a body.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto line = bytes.indexOf('\n');
    if (line < 0)
        return 0;
    const JsonBody body(bytes.sliced(line + 1));
    if (body.isJson() != body.at({}).isThere())
        std::abort();
    const auto place = body.at(QString::fromUtf8(bytes.first(line)));
    std::ignore = javaScriptText(place);
    std::ignore = javaScriptToNumber(place);
    if (isInteger(place) && place.kind != JsonKind::Number)
        std::abort();
    if (place.kind == JsonKind::String && isTruthy(place) == unquotedJson(place.text).isEmpty())
        std::abort();
    return 0;
}
