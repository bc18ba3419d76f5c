// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <code/shelledits.h>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::ignore
        = shellEdits(QString::fromUtf8(QByteArrayView(data, static_cast<qsizetype>(size))), QStringLiteral("src"));
    return 0;
}
