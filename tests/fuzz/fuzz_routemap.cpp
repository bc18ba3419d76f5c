// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <routes/routemap.h>

using namespace Decayscope;

/// The bytes as a project of one file in both languages.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(QByteArrayView(data, static_cast<qsizetype>(size)));
    for (const auto &name : {QStringLiteral("app.py"), QStringLiteral("app.js"), QStringLiteral("urls.py")}) {
        const auto routes = RouteMap::of({{name, text}, {QStringLiteral("src/") + name, text}});
        std::ignore = routes.handlerOf(QStringLiteral("GET"), QStringLiteral("http://x/api/articles/a%20b?x=1"));
    }
    return 0;
}
