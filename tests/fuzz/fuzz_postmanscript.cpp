// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/postmanscript.h>

#include <cstdlib>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto script = QString::fromUtf8(QByteArrayView(data, static_cast<qsizetype>(size)));
    const auto read = readPostmanScript(script, {QStringLiteral("slug")});
    if (!read && (read.error().what.isEmpty() || read.error().line < 1))
        std::abort();
    return 0;
}
