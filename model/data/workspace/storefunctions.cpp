// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mixedimport.h"
#include "runadding.h"
#include "runopening.h"
#include "searching.h"
#include "verdictretaking.h"
#include "workspace.h"

#include <store/runstore.h>
#include <store/search.h>
#include <store/snapshotreader.h>
#include <store/storecopy.h>
#include <store/transaction.h>
#include <store/undoing.h>

#include <QFileInfo>

namespace Decayscope {

namespace {

template <typename Question>
auto asked(const QString &storePath, Question question)
{
    return Connection::open(storePath, OpenMode::ReadOnly).and_then(question);
}

PerformWrite writingOn(Connection &connection)
{
    return [&connection](const WriteUnit &unit) { return unit(connection); };
}

Result<ImportReport> importInto(Connection &connection, const QStringList &paths, const ImportOptions &options,
    const Verifiers &verifiers, const Progress &progress)
{
    const auto perform = writingOn(connection);
    if (auto cleared = clearUndone(perform, progress); !cleared)
        return std::unexpected(std::move(cleared.error()));
    auto known = readContentHashes(connection);
    if (!known)
        return std::unexpected(std::move(known.error()));
    return importAnything({paths, options, verifiers, std::move(*known), perform}, progress);
}

} // namespace

Result<ImportReport> importIntoStore(const QString &storePath, const QStringList &paths, const ImportOptions &options,
    const Verifiers &verifiers, const Progress &progress)
{
    return Connection::open(storePath, OpenMode::CreateOrReadWrite).and_then([&](Connection connection) {
        return importInto(connection, paths, options, verifiers, progress);
    });
}

Result<RunId> addRunToStore(
    const QString &storePath, RunBundle bundle, const VerifierVersions &verifiers, TakenKey taken)
{
    auto run = prepareRun(std::move(bundle), verifiers);
    return Connection::open(storePath, OpenMode::CreateOrReadWrite).and_then([&](Connection connection) {
        return addPreparedRun(writingOn(connection), std::move(run), taken);
    });
}

Result<> tryWritingStore(const QString &storePath)
{
    if (QFileInfo::exists(storePath)) {
        return Connection::open(storePath, OpenMode::ReadWrite).and_then([](Connection connection) {
            return Transaction::begin(connection).transform([](const Transaction &) { }); // Rolled back.
        });
    }
    QFileInfo place(QFileInfo(storePath).absolutePath());
    while (!place.exists() && !place.isRoot())
        place.setFile(place.absolutePath());
    if (place.isDir() && place.isWritable())
        return {};
    return failure(ErrorKind::ReadOnly,
        QStringLiteral("Cannot make the study \"%1\": you may not write in \"%2\". Choose another place.")
            .arg(storePath, place.filePath()));
}

Result<> undoImportInStore(const QString &storePath, qint64 importId)
{
    return Connection::open(storePath, OpenMode::ReadWrite).and_then([&](Connection connection) {
        const auto perform = writingOn(connection);
        return takeBackImport(perform, importId).and_then([&] { return clearUndone(perform, Progress()); });
    });
}

Result<int> retakeVerdictsInStore(
    const QString &storePath, const Verifiers &verifiers, const Progress &progress, Retake retake)
{
    return Connection::open(storePath, OpenMode::ReadWrite).and_then([&](Connection connection) {
        return retakeVerdicts(storePath, verifiers, writingOn(connection), progress, retake);
    });
}

Result<StudySnapshot> readSnapshot(const QString &storePath)
{
    return asked(storePath, [](Connection connection) { return readSnapshot(connection); });
}

Result<std::shared_ptr<const RunReading>> openRunInStore(const QString &storePath, RunId run)
{
    return asked(storePath, [&](Connection connection) { return openRun(connection, run); });
}

Result<SearchPage> searchInStore(const QString &storePath, const SearchRequest &request, const Progress &progress)
{
    return asked(storePath, [&](Connection connection) { return search(connection, request, progress); });
}

Result<std::vector<RunId>> runsMentioningInStore(const QString &storePath, const QString &words)
{
    return asked(storePath, [&](Connection connection) { return runsMentioning(connection, words); });
}

Result<> backUpStore(const QString &storePath, const QString &copy)
{
    return Connection::open(storePath, OpenMode::ReadOnly).and_then([&](Connection connection) {
        return copyStore(connection, copy);
    });
}

Result<StoreInfo> storeInfo(const QString &storePath)
{
    return asked(storePath, [](Connection connection) { return readStoreInfo(connection); });
}

Result<StoreCheck> checkStore(const QString &storePath, const Progress &progress)
{
    return asked(storePath, [&](Connection connection) { return checkStore(connection, progress); });
}

} // namespace Decayscope
