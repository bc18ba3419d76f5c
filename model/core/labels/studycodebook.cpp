// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebook.h"

#include <QFile>

/// A static library's resource is only there once it was asked for, outside of any namespace.
static void loadCodebookResource()
{
    Q_INIT_RESOURCE(decayscope_codebooks);
}

namespace Decayscope {

namespace {

Codebook readStudyCodebook()
{
    loadCodebookResource();
    QFile file(QStringLiteral(":/decayscope/codebooks/constraint-decay.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is not in this program.", qPrintable(file.fileName()));
    auto book = codebookFromJson(file.readAll());
    if (!book)
        qFatal("The resource %s is damaged: %s", qPrintable(file.fileName()), qPrintable(book.error().message));
    return *std::move(book);
}

} // namespace

const Codebook &studyCodebook()
{
    static const auto book = readStudyCodebook();
    return book;
}

} // namespace Decayscope
