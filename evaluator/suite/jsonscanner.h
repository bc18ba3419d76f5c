// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope {

/// Steps through a JSON text exactly as strict as JavaScript's JSON.parse, without building anything. Nesting of any
/// depth costs one bit a level.
class JsonScanner
{
public:
    explicit JsonScanner(QStringView text)
        : m_text(text)
    { }

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QStringView since(qsizetype start) const { return m_text.sliced(start, m_at - start); }

    void skipSpace();
    [[nodiscard]] bool take(QChar sign);

    /// Each steps over one thing, or gives false where it is not there.
    [[nodiscard]] bool skipValue();
    [[nodiscard]] bool skipString();
    [[nodiscard]] bool skipKey(); ///< With white space around and its colon.

private:
    [[nodiscard]] bool skipScalar();
    [[nodiscard]] bool skipNumber();
    [[nodiscard]] bool skipDigits();
    [[nodiscard]] bool skipEscape();
    [[nodiscard]] bool skipWord(QStringView word);

    QStringView m_text;
    qsizetype m_at = 0;
};

/// The text a JSON string stands for; `quoted` is a valid one, with its quotes.
[[nodiscard]] QString unquotedJson(QStringView quoted);

} // namespace Decayscope
