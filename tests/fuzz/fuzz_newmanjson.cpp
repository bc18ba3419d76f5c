// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <imports/newmanjsonreader.h>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    std::ignore = readNewmanJson(QByteArrayView(data, static_cast<qsizetype>(size)));
    return 0;
}
