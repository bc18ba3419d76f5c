// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storecopy.h"

#include "statement.h"

#include <QFile>

namespace Decayscope {

Result<> copyStore(Connection &connection, const QString &path)
{
    if (QFile::exists(path))
        return failure(ErrorKind::InvalidInput, u"\"" % path % u"\" exists already. Choose another name for the copy.");
    const QString draft = path % u".part";
    QFile::remove(draft);
    // Into a file beside it, which takes the name when it is whole; sqlite.org/lang_vacuum.html#vacuuminto
    if (auto copied = Statement(connection, u"VACUUM INTO ?").run(draft); !copied) {
        QFile::remove(draft);
        return copied;
    }
    if (QFile::rename(draft, path))
        return {};
    QFile::remove(draft);
    return failure(ErrorKind::Unreadable, u"Cannot write \"" % path % u"\". Choose another folder.");
}

} // namespace Decayscope
