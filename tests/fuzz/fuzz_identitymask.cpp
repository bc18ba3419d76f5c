// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <blinding/identitymask.h>

#include <cstdlib>

using namespace Decayscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const IdentityMask mask({}, {QStringLiteral("Lab Nine"), QStringLiteral("\u00E9lan")});
    const auto bytes = QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray();
    const auto text = QString::fromUtf8(bytes);
    if (mask.hasIdentity(QByteArrayView(mask.masked(bytes))) || mask.hasIdentity(QStringView(mask.masked(text))))
        std::abort();
    return 0;
}
