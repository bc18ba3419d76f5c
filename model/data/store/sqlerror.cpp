// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlerror.h"

#include <QFileInfo>
#include <QSqlError>

namespace Decayscope {

namespace {

/// Primary result codes of SQLite; the low byte of an extended code. Source: sqlite.org/rescode.html
enum SqliteCode : int {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

struct Cause
{
    int code;
    ErrorKind kind;
    const char *sentence;
};

constexpr Cause causes[]{
    {ReadOnly, ErrorKind::ReadOnly, "It may be read but not changed. Copy it to a folder you can write to."},
    {IoError, ErrorKind::Unreadable, "The disk or network share it lies on reports an error."},
    {Corrupt, ErrorKind::Damaged,
        "The file is damaged. Restore it from a backup, or import the results into a new study."},
    {Full, ErrorKind::Unreadable, "The disk is full. Make room and try again; what was finished before is kept."},
    {CannotOpen, ErrorKind::Unreadable,
        "The file cannot be opened. Check that you may read it and write to its folder."},
    {NotADatabase, ErrorKind::Damaged, "It is not a Decayscope study, or its first page is damaged."},
};

} // namespace

Error busyError(const QString &path, const QString &evidence)
{
    return {ErrorKind::Busy,
        u"Cannot write \"" % QFileInfo(path).fileName()
            % u"\". Another program, such as a second Decayscope, is writing to it. Wait until it is done or close it, "
              u"then try again.",
        evidence};
}

Error storeError(const QSqlError &error, const QString &path)
{
    const auto code = error.nativeErrorCode().toInt() & 0xff;
    const auto evidence = QString(error.text() % u" (SQLite " % error.nativeErrorCode() % u") in " % path);
    if (code == Busy || code == Locked)
        return busyError(path, evidence);
    const QString lead = u"Cannot use the study \"" % QFileInfo(path).fileName() % u"\". ";
    for (const auto &cause : causes) {
        if (cause.code == code)
            return {cause.kind, lead % QLatin1StringView(cause.sentence), evidence};
    }
    return {ErrorKind::Internal, lead % u"The database says: " % error.databaseText() % u'.', evidence};
}

} // namespace Decayscope
