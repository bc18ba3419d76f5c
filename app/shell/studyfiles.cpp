// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studyfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr qsizetype mostRecent = 10;

} // namespace

QString studyToOpen(const QString &askedFor, const QString &last, const QString &standard)
{
    if (!askedFor.isEmpty())
        return askedFor;
    for (const auto &path : {last, standard}) {
        if (!path.isEmpty() && QFileInfo::exists(path))
            return path;
    }
    return {};
}

QString freshStudyPath(const QString &importedPath)
{
    const QDir folder(QString(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) % u"/decayscope"));
    folder.mkpath(QStringLiteral("."));
    auto name = QFileInfo(QDir::cleanPath(importedPath)).completeBaseName();
    if (name.isEmpty())
        name = QStringLiteral("study");
    auto path = folder.filePath(name % u'.' % studySuffix);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(name % u' ' % QString::number(number) % u'.' % studySuffix);
    return path;
}

QString handoutStudyPath(const QString &handout)
{
    // Its head names the sample and the annotator; the runs behind it may be large.
    constexpr qint64 headBytes = qint64{64} * 1024;
    QFile file(handout);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(file.read(headBytes));
    const QDir folder(QString(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) % u"/decayscope"));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QFileInfo(handout).completeBaseName() % u'-'
        % QString::fromLatin1(hash.result().toHex().first(8)) % u'.' % studySuffix);
}

bool isLabelHandout(const QString &path)
{
    return QFileInfo(path).suffix().compare(u"dslabels", Qt::CaseInsensitive) == 0;
}

bool canImport(const QString &path)
{
    return QFileInfo::exists(path);
}

bool isStudy(const QString &path)
{
    return QFileInfo(path).suffix().compare(studySuffix, Qt::CaseInsensitive) == 0;
}

bool isFigureFile(const QString &path)
{
    constexpr std::array suffixes{u"pdf", u"svg", u"png", u"dsfig"};
    const auto suffix = QFileInfo(path).suffix();
    return std::ranges::any_of(
        suffixes, [&](QStringView known) { return known.compare(suffix, Qt::CaseInsensitive) == 0; });
}

QStringList withRecent(QStringList recent, const QString &path)
{
    recent.removeAll(path);
    recent.prepend(path);
    recent.removeIf([](const QString &known) { return !QFileInfo::exists(known); });
    return recent.first(qMin(recent.size(), mostRecent));
}

} // namespace Decayscope
