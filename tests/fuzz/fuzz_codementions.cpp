// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <trajectory/textlinks.h>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto line = QString::fromUtf8(QByteArrayView(data, static_cast<qsizetype>(size)));
    for (const auto &mention : codeMentions(line)) {
        if (mention.offset < 0 || mention.length <= 0 || mention.offset + mention.length > line.size())
            std::abort();
    }
    return 0;
}
