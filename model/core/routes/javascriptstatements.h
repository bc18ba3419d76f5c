// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "codefile.h"

namespace Decayscope {

/// Reads the statements of JavaScript that give names to things: declarations, assignments, imports, exports.
class JavaScriptStatements
{
public:
    explicit JavaScriptStatements(CodeFile &file)
        : m_file(file)
    { }

    /// Reads the statement that begins with a word, if it is of these. `classIndex` is the class in whose body the word
    /// stands, or -1.
    void read(qint32 word, qint32 function, qint32 classIndex);

    /// Gives a name to a declaration that begins at a token, and exports it where the word before says so.
    void declare(qint32 function, const QString &name, Binding binding, qint32 start);
    void exportDefault(const Binding &binding);
    void declareParameters(qint32 function);
    [[nodiscard]] bool beginsStatement(qint32 index) const;
    /// Whether the function that begins at a token is the value of a field of the class.
    [[nodiscard]] bool isField(qint32 start, qint32 classIndex) const;

private:
    void readDeclarators(qint32 at, qint32 function, bool isExported);
    void readImport(qint32 at, qint32 function);
    void readExport(qint32 at, qint32 function);
    void readExportList(qint32 open, qint32 function);
    void readAssignment(qint32 at, qint32 function, qint32 classIndex);
    void assign(const QStringList &target, const Binding &value, qint32 function);
    void declarePattern(qint32 open, Binding whole, QHash<QString, Binding> &names);
    [[nodiscard]] qint32 afterType(qint32 at) const;
    [[nodiscard]] QString moduleAfter(qint32 at) const;

    CodeFile &m_file;
};

} // namespace Decayscope
