// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// Reads one expression of a file from left to right: texts and their sums, names, members, calls.
class ExpressionReader
{
public:
    ExpressionReader(Evaluator &evaluator, qint32 file, qint32 begin, qint32 end, CallListener *listener = nullptr);

    [[nodiscard]] Value read();
    /// Only the chain of members and calls at its beginning.
    [[nodiscard]] Value readChain();

private:
    [[nodiscard]] Value readFirst();
    [[nodiscard]] Value readWord();
    [[nodiscard]] Value readText();
    [[nodiscard]] Value readNew();
    [[nodiscard]] Value readRequire();
    [[nodiscard]] Value readDefinition(qint32 function);
    [[nodiscard]] Value readLink(const Value &base, bool &goesOn);
    [[nodiscard]] Value readMember(const Value &base);
    [[nodiscard]] Value readCall(const Value &callee);
    [[nodiscard]] Value valueOfMethodCall(const Value &base, const QString &name, CallSite site);
    [[nodiscard]] Value self() const;
    void skipGenerics();

    Evaluator &m_evaluator;
    const CodeFile &m_code;
    qint32 m_file = 0;
    qint32 m_start = 0;
    qint32 m_at = 0;
    qint32 m_end = 0;
    CallListener *m_listener = nullptr;
};

} // namespace Decayscope
