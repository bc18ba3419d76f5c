// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

/// A static library's resources are only there once they were asked for, outside of any namespace.
static void loadContractResources()
{
    Q_INIT_RESOURCE(decayscope_built_in_contracts);
    Q_INIT_RESOURCE(decayscope_contract_suites);
}

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = qint64{4} * 1024 * 1024;

/// Only plain files: a pipe would never end.
Result<QByteArray> wholeFile(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return failure(ErrorKind::Unreadable, u"There is no file \"%1\"."_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"The file \"%1\" cannot be read."_s.arg(path), file.errorString());
    auto bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return failure(ErrorKind::Refused, u"The file \"%1\" is larger than 4 MB."_s.arg(path));
    return bytes;
}

bool staysInside(const QString &name)
{
    const auto parts = name.split(u'/');
    return !name.contains(u'\\') && std::ranges::none_of(parts, [](const QString &part) {
        return part.isEmpty() || part == u"." || part == u".." || part.contains(u':');
    });
}

} // namespace

ContractFolder::ContractFolder(QString folder, QString file)
    : m_folder(std::move(folder))
    , m_file(std::move(file))
{ }

Result<ContractFolder> ContractFolder::at(const QString &path)
{
    loadContractResources();
    const QFileInfo info(path);
    const auto file = info.isDir() ? QDir(path).filePath(u"contract.json"_s) : path;
    const auto folder = QFileInfo(QFileInfo(file).path()).canonicalFilePath();
    if (path.isEmpty() || folder.isEmpty())
        return failure(ErrorKind::Unreadable, u"There is no contract \"%1\"."_s.arg(path));
    return ContractFolder(folder, file);
}

Result<QByteArray> ContractFolder::contractBytes() const
{
    return wholeFile(m_file);
}

Result<QByteArray> ContractFolder::bytes(const QString &name) const
{
    const auto refused = [this](const QString &why) {
        return failure(ErrorKind::Refused,
            u"\"%1\" names a file outside its folder: %2 Keep a contract's files beside it."_s.arg(m_file, why));
    };
    if (!staysInside(name))
        return refused(u"\"%1\"."_s.arg(name));
    const auto path = pathOf(name);
    const auto real = QFileInfo(path).canonicalFilePath();
    if (!real.isEmpty() && !real.startsWith(m_folder + u'/'))
        return refused(u"\"%1\" is a link to \"%2\"."_s.arg(name, real));
    return wholeFile(path);
}

QByteArray embeddedSuite(const QString &name)
{
    loadContractResources();
    QFile file(u":/decayscope/contractsuites/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList embeddedContracts()
{
    loadContractResources();
    const QDir folder(u":/decayscope/contracts"_s);
    auto names = folder.entryList(QDir::Dirs, QDir::Name);
    std::ranges::stable_partition(names, [](const QString &name) { return name == u"conduit"; });
    QStringList files;
    for (const auto &name : names)
        files.append(folder.filePath(name + u"/contract.json"));
    return files;
}

} // namespace Decayscope
