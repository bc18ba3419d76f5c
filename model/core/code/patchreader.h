// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "patch.h"

namespace Decayscope {

/// Walks over the lines of a patch once.
class PatchReader
{
public:
    explicit PatchReader(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    Patch read();

private:
    bool next();
    void unread() { m_position = m_lineStart, --m_number; }
    void setLineEnds();
    bool startsFile() const;
    void readStray();
    void readFile();
    void readGitFile();
    void readCombined(QByteArrayView name);
    void readPlainFile();
    void readAnonymousFile();
    bool readExtended(FilePatch &file);
    void readBody(FilePatch &file);
    bool readBodyLine(FilePatch &file);
    void readBinary();
    bool readHunk(FilePatch &file);
    bool readHunkLine(Hunk &hunk, int &oldLeft, int &newLeft);
    void takeNames(FilePatch &file, const QString &oldName, const QString &newName);
    void finish(FilePatch &file);
    void complain(const QString &reason);

    QByteArrayView m_bytes;
    QByteArrayView m_line; ///< Without its line feed.
    qsizetype m_position = 0;
    qsizetype m_lineStart = 0;
    int m_number = 0; ///< Of m_line, 1-based.
    bool m_hasCarriageReturns = false; ///< The patch itself has CRLF line ends, not only the files in it.
    bool m_hasPrefixes = true;
    bool m_isNameKnown = false; ///< From rename lines, which are beyond doubt.
    Patch m_patch;
};

} // namespace Decayscope
