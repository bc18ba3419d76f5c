// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskscontracts.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

namespace Decayscope {

namespace {

constexpr int mostFiles = 200;
constexpr qint64 mostBytes = qint64{32} * 1024 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::TasksContracts", text);
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString folderOf(const QString &path)
{
    const QFileInfo info(path);
    return QDir::cleanPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
}

/// The plain files of a folder and those below it, relative to it; links are left out.
Result<QStringList> filesIn(const QString &folder)
{
    const QDir top(folder);
    QStringList files;
    qint64 bytes = 0;
    QDirIterator walk(folder, QDir::Files | QDir::NoSymLinks | QDir::Readable, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const auto info = walk.nextFileInfo();
        files << top.relativeFilePath(info.absoluteFilePath());
        bytes += info.size();
        if (files.size() > mostFiles || bytes > mostBytes)
            return failure(ErrorKind::InvalidInput,
                say("“%1” holds more than a contract: more than 200 files or 32 MB. Put contract.json and the files it "
                    "names into a folder of their own.")
                    .arg(shown(folder)));
    }
    return files;
}

Result<> copied(const QString &from, const QStringList &files, const QString &to)
{
    for (const auto &file : files) {
        const auto target = QDir(to).filePath(file);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(QDir(from).filePath(file), target))
            return failure(ErrorKind::Unreadable, say("“%1” cannot be copied.").arg(shown(QDir(from).filePath(file))));
    }
    return {};
}

/// Nothing where the contract may be added.
Result<> freeIn(const Contract &contract, const QString &shelf)
{
    const auto book = ContractBook::open(shelf);
    for (const auto &known : book.contracts()) {
        if (known.name == contract.name || known.word == contract.word)
            return failure(ErrorKind::InvalidInput,
                say("There is a contract “%1” already. Remove it first, or give the new one another name and word in "
                    "its contract.json.")
                    .arg(known.name));
    }
    if (QFileInfo::exists(QDir(shelf).filePath(contract.name)))
        return failure(ErrorKind::InvalidInput,
            say("“%1” is in the way. Move it out of the folder of contracts first.")
                .arg(shown(QDir(shelf).filePath(contract.name))));
    return {};
}

} // namespace

bool isContract(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? QFileInfo(QDir(path).filePath(QStringLiteral("contract.json"))).isFile()
                        : info.isFile() && info.fileName() == QLatin1StringView("contract.json");
}

Result<Contract> addContract(const QString &path, const QString &shelf)
{
    const auto source = folderOf(path);
    auto contract = openContract(source);
    if (!contract)
        return contract;
    const auto isFree = freeIn(*contract, shelf);
    const auto files = isFree ? filesIn(source) : std::unexpected(isFree.error());
    if (!files)
        return std::unexpected(files.error());
    // Beside the shelf: half a contract is never on it.
    QDir().mkpath(shelf);
    QTemporaryDir half(QDir::cleanPath(shelf) + QStringLiteral("-new-XXXXXX"));
    if (!half.isValid())
        return failure(ErrorKind::Unreadable, say("“%1” cannot be written.").arg(shown(shelf)), half.errorString());
    const auto target = QDir(shelf).filePath(contract->name);
    if (const auto done = copied(source, *files, half.path()); !done)
        return std::unexpected(done.error());
    if (!QDir().rename(half.path(), target))
        return failure(ErrorKind::Unreadable, say("“%1” cannot be written.").arg(shown(target)));
    half.setAutoRemove(false);
    return openContract(target);
}

Result<> removeContract(const Contract &contract, const QString &shelf)
{
    const auto folder = folderOf(contract.origin);
    if (contract.origin.isEmpty() || QFileInfo(folder).absolutePath() != QFileInfo(shelf).absoluteFilePath())
        return failure(ErrorKind::InvalidInput,
            say("The contract “%1” is not one that was added here, so it cannot be removed here.").arg(contract.name));
    if (!QFile::moveToTrash(folder))
        return failure(ErrorKind::Unreadable,
            say("“%1” cannot be moved to the wastebasket. Delete it by hand.").arg(shown(folder)));
    return {};
}

} // namespace Decayscope
