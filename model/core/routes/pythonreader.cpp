// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codefile.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int longestChain = 12;

/// Walks over the logical lines of a file once and keeps a stack of the functions and classes they stand in.
class PythonReader
{
public:
    explicit PythonReader(CodeFile &file)
        : m_file(file)
    { }

    void read()
    {
        for (qint32 begin = 0; begin < m_file.count() && !m_file.isOverfull;) {
            auto end = begin;
            while (end < m_file.count() && m_file.token(end).kind != TokenKind::LineEnd)
                ++end;
            if (end > begin)
                readLine(begin, end);
            begin = end + 1;
        }
        while (!m_open.empty())
            close(m_file.count());
    }

private:
    struct Scope
    {
        qint32 function = -1; ///< Else a class.
        qint32 classIndex = -1;
        qint32 column = 0; ///< Of its first line.
    };

    [[nodiscard]] qint32 currentFunction() const { return m_functions.empty() ? 0 : m_functions.back(); }
    [[nodiscard]] qint32 currentClass() const { return m_open.empty() ? -1 : m_open.back().classIndex; }
    [[nodiscard]] CodeFunction &function(qint32 index) { return m_file.functions[static_cast<std::size_t>(index)]; }
    [[nodiscard]] CodeClass &classOf(qint32 index) { return m_file.classes[static_cast<std::size_t>(index)]; }

    void close(qint32 at)
    {
        const auto scope = m_open.back();
        m_open.pop_back();
        if (scope.function < 0) {
            classOf(scope.classIndex).body.end = at;
            return;
        }
        m_functions.pop_back();
        function(scope.function).body.end = at;
    }

    void readLine(qint32 begin, qint32 end)
    {
        const auto column = m_file.token(begin).column;
        while (!m_open.empty() && column <= m_open.back().column)
            close(begin);
        for (auto i = begin; i < end; ++i)
            m_file.scopes[static_cast<std::size_t>(i)] = currentFunction();
        const auto first = m_file.is(begin, u"async") ? begin + 1 : begin;
        if (m_file.is(begin, u"@")) {
            m_decorators.push_back(begin + 1);
            return;
        }
        if (m_file.is(first, u"def"))
            readFunction(first, end, column);
        else if (m_file.is(begin, u"class"))
            readClass(begin, end, column);
        else
            readStatements(begin, end);
        m_decorators.clear();
    }

    void readFunction(qint32 i, qint32 end, qint32 column)
    {
        if (!m_file.isWord(i + 1) || !m_file.is(i + 2, u"("))
            return;
        const auto name = m_file.at(i + 1).toString();
        const auto close = m_file.closerOf(i + 2);
        const auto index = static_cast<qint32>(m_file.functions.size());
        m_file.functions.push_back({.name = name,
            .line = m_file.lineOf(i),
            .parent = currentFunction(),
            .owner = currentClass(),
            .parameters = {i + 3, close},
            .body = {end, end},
            .decorators = m_decorators});
        m_file.functionAt.insert(i, index);
        m_file.isOverfull = m_file.functions.size() > mostFunctions;
        if (currentClass() >= 0) {
            classOf(currentClass()).methods.insert(name, index);
            classOf(currentClass()).methodOrder.emplace_back(name, index);
        } else {
            bind(name, {.kind = Binding::Kind::Function, .scope = currentFunction(), .index = index});
        }
        declareParameters(index);
        m_open.push_back({.function = index, .column = column});
        m_functions.push_back(index);
        const auto colon = endOfHeader(close + 1, end);
        if (colon < end)
            readStatements(colon, end);
    }

    /// Behind the colon of a header whose body follows on the same line; `end` where there is none.
    [[nodiscard]] qint32 endOfHeader(qint32 i, qint32 end) const
    {
        while (i < end && !m_file.is(i, u":"))
            i = m_file.is(i, u"[") || m_file.is(i, u"(") ? m_file.closerOf(i) + 1 : i + 1;
        return std::min(i + 1, end);
    }

    /// A method's own object is not counted: its parameters are those of a call.
    void declareParameters(qint32 index)
    {
        auto &declared = function(index);
        const auto [begin, end] = declared.parameters;
        qint32 number = declared.owner >= 0 ? -1 : 0;
        for (auto i = begin; i < end; ++number) {
            while (m_file.is(i, u"*") || m_file.is(i, u"**"))
                ++i;
            if (m_file.isWord(i) && number >= 0)
                declared.names.insert(
                    m_file.at(i).toString(), {.kind = Binding::Kind::Parameter, .scope = index, .index = number});
            i = m_file.expressionEnd(i, end) + 1;
        }
    }

    void readClass(qint32 i, qint32 end, qint32 column)
    {
        if (!m_file.isWord(i + 1))
            return;
        const auto hasBases = m_file.is(i + 2, u"(");
        const auto close = hasBases ? m_file.closerOf(i + 2) : i + 2;
        const auto index = static_cast<qint32>(m_file.classes.size());
        m_file.classes.push_back({.name = m_file.at(i + 1).toString(),
            .line = m_file.lineOf(i),
            .scope = currentFunction(),
            .bases = {i + 3, hasBases ? close : i + 3},
            .body = {end, end},
            .decorators = m_decorators});
        m_file.classAt.insert(i, index);
        bind(m_file.at(i + 1).toString(), {.kind = Binding::Kind::Class, .scope = currentFunction(), .index = index});
        m_open.push_back({.classIndex = index, .column = column});
    }

    void bind(const QString &name, const Binding &binding)
    {
        if (currentClass() >= 0)
            classOf(currentClass()).fields.insert(name, binding);
        else
            function(currentFunction()).names.insert(name, binding);
    }

    /// The statements of a line, which semicolons may part.
    void readStatements(qint32 begin, qint32 end)
    {
        while (begin < end) {
            auto stop = begin;
            while (stop < end && !m_file.is(stop, u";"))
                stop = isOpener(stop) ? std::min(m_file.closerOf(stop) + 1, end) : stop + 1;
            readStatement(begin, stop);
            begin = stop + 1;
        }
    }

    [[nodiscard]] bool isOpener(qint32 i) const
    {
        return m_file.is(i, u"(") || m_file.is(i, u"[") || m_file.is(i, u"{");
    }

    void readStatement(qint32 begin, qint32 end)
    {
        const auto word = m_file.at(begin);
        if (word == u"from")
            readFrom(begin + 1, end);
        else if (word == u"import")
            readImport(begin + 1, end);
        else if (word == u"return" && begin + 1 < end)
            function(currentFunction()).returns.push_back(begin + 1);
        else if (m_file.isWord(begin))
            readAssignment(begin, end);
    }

    /// A dotted name and its dots before; `i` is moved behind it.
    [[nodiscard]] QString readModule(qint32 &i, qint32 end) const
    {
        QString module;
        for (; i < end && (m_file.is(i, u".") || m_file.is(i, u"...") || m_file.isWord(i)); ++i) {
            if (m_file.is(i, u"import") || m_file.is(i, u"as"))
                break;
            module += m_file.at(i);
        }
        return module;
    }

    void readFrom(qint32 i, qint32 end)
    {
        const auto module = readModule(i, end);
        if (!m_file.is(i, u"import"))
            return;
        ++i;
        if (m_file.is(i, u"*")) {
            m_file.passedOn.append(module);
            return;
        }
        if (m_file.is(i, u"("))
            ++i;
        for (; i < end && m_file.isWord(i); i += m_file.is(i + 1, u",") ? 2 : 1) {
            const auto name = m_file.at(i).toString();
            const bool isRenamed = m_file.is(i + 1, u"as") && m_file.isWord(i + 2);
            if (isRenamed)
                i += 2;
            bind(m_file.at(i).toString(), {.kind = Binding::Kind::Import, .module = module, .name = name});
        }
    }

    /// `import a.b` binds `a`; `import a.b as c` binds the module itself.
    void readImport(qint32 i, qint32 end)
    {
        while (i < end && m_file.isWord(i)) {
            const auto module = readModule(i, end);
            if (m_file.is(i, u"as") && m_file.isWord(i + 1)) {
                bind(m_file.at(i + 1).toString(), {.kind = Binding::Kind::Import, .module = module, .name = {}});
                i += 2;
            } else {
                const auto top = module.section(u'.', 0, 0);
                bind(top, {.kind = Binding::Kind::Import, .module = top, .name = {}});
            }
            if (!m_file.is(i, u","))
                return;
            ++i;
        }
    }

    /// `a = b.c = expression` and `a: type = expression`.
    void readAssignment(qint32 at, qint32 end)
    {
        std::vector<QStringList> targets;
        while (at < end && std::ssize(targets) < longestChain) {
            QStringList chain;
            auto next = at;
            while (m_file.isWord(next) && chain.size() < longestChain) {
                chain.append(m_file.at(next++).toString());
                if (!m_file.is(next, u"."))
                    break;
                ++next;
            }
            if (m_file.is(next, u":") && targets.empty()) {
                while (next < end && !m_file.is(next, u"="))
                    next = isOpener(next) ? m_file.closerOf(next) + 1 : next + 1;
            }
            if (chain.isEmpty() || next >= end || !m_file.is(next, u"="))
                break;
            targets.push_back(chain);
            at = next + 1;
        }
        const Binding value{.kind = Binding::Kind::Value, .scope = currentFunction(), .value = {at, end}};
        for (const auto &target : targets)
            assign(target, value);
    }

    void assign(const QStringList &target, const Binding &value)
    {
        const auto owner = function(currentFunction()).owner;
        if (target.size() == 1)
            bindOnce(target.front(), value);
        else if (target.size() == 2 && target.front() == u"self" && owner >= 0)
            classOf(owner).fields.insert(target.at(1), value);
    }

    /// The first value of a name is the one that makes a router; later ones rather adorn it.
    void bindOnce(const QString &name, const Binding &value)
    {
        auto &names = currentClass() >= 0 ? classOf(currentClass()).fields : function(currentFunction()).names;
        if (!names.contains(name))
            names.insert(name, value);
    }

    CodeFile &m_file;
    std::vector<Scope> m_open;
    std::vector<qint32> m_functions;
    std::vector<qint32> m_decorators; ///< Of the definition that follows.
};

} // namespace

void readPython(CodeFile &file)
{
    PythonReader(file).read();
}

} // namespace Decayscope
