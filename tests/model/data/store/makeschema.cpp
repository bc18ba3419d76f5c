// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "somelabels.h"

#include <store/compression.h>
#include <store/connection.h>
#include <store/importlog.h>
#include <store/runstore.h>
#include <store/runwriter.h>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace Decayscope;
using Test::aBundle;

namespace {

Result<> fill(Connection connection)
{
    const auto import = beginImport(connection, {QStringLiteral("/results")});
    if (!import)
        return std::unexpected(import.error());
    RunWriter writer(connection);
    for (const auto &words : {aBundle(), aBundle().trial(1).on("flask", {Constraint::Postgres}).violating("app.py", 3),
             aBundle().trial(2).logging("listening\n").warning("odd"),
             aBundle().passing(4, 10).explaining("expected 409 to equal 200")}) {
        if (auto written = writer.write(
                prepareRun(words.bundle(), {.reference = QStringLiteral("reference-1"), .syntax = QString()}), *import);
            !written)
            return std::unexpected(std::move(written.error()));
    }
    return countInImport(connection, *import, {.imported = 3, .updated = 1, .bytes = 1000})
        .and_then([&] { return writeExclusion(connection, {{.value = 3}}, QStringLiteral("disk full")); })
        .and_then([&] { return Test::writeSomeLabels(connection); });
}

} // namespace

/// Writes a tiny study of the newest schema, packed, into the file named by its argument.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    QFile study(folder.filePath(QStringLiteral("study.decayscope")));
    if (!Connection::open(study.fileName(), OpenMode::CreateOrReadWrite).and_then(fill)
        || !study.open(QIODevice::ReadOnly))
        return 1;
    QFile packed(QCoreApplication::arguments().value(1));
    return packed.open(QIODevice::WriteOnly) && packed.write(compressed(study.readAll())) > 0 ? 0 : 1;
}
