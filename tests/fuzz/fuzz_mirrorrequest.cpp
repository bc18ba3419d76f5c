// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <registries/mirrorrequest.h>

#include <QByteArrayView>
#include <QList>

#include <cstdlib>

using namespace Decayscope;

/// What a client sends, until it is refused: every target that is let through stays below the registry.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    auto received = QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray();
    while (const auto request = takeMirrorRequest(received)) {
        if (!*request)
            return (*request).error().sentence.isEmpty() ? std::abort(), 0 : 0;
        const auto &target = (*request)->target;
        const auto path = QByteArray::fromPercentEncoding(target.split('?').first());
        if (!target.startsWith('/') || path.split('/').contains("..") || (*request)->accept.contains('\n'))
            std::abort();
    }
    return 0;
}
