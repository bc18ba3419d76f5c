// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ormjudge.h"

#include "databaseconnections.h"
#include "ormuse.h"
#include "sourceplaces.h"
#include "sqlsending.h"

#include <modules/startscript.h>

#include <algorithm>
#include <tuple>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// What a project says about its ORM.
class OrmJudging
{
public:
    OrmJudging(const ModuleGraph &graph, Constraint orm)
        : m_graph(graph)
        , m_follower(graph, startScriptOf(graph.project()).environment)
    {
        m_verdict.constraint = orm;
    }

    ConstraintVerdict verdict()
    {
        const auto use
            = m_verdict.constraint == Constraint::Sequelize ? sequelizeUse(m_follower) : sqlAlchemyUse(m_follower);
        show(u"declares"_s, use.declares);
        show(u"works"_s, use.works);
        const auto isUsed = !use.declares.empty() && !use.works.empty();
        rawSql();
        if (isUsed)
            bypasses();
        std::ranges::stable_sort(m_verdict.violations, [](const Violation &left, const Violation &right) {
            return std::tie(left.file, left.line) < std::tie(right.file, right.line);
        });
        if (!isUsed)
            missing(use);
        m_verdict.compliant = m_verdict.violations.empty();
        m_verdict.reason = m_verdict.compliant
            ? u"%1 holds the data: it declares tables, works with them, and nothing goes past it."_s.arg(title())
            : m_verdict.violations.front().reason;
        return std::move(m_verdict);
    }

private:
    [[nodiscard]] QString title() const { return constraintTitle(m_verdict.constraint); }

    void show(const QString &word, const std::vector<OrmSign> &signs)
    {
        if (signs.empty())
            return;
        const auto &first = signs.front();
        QString text = word + u": "_s + placedAt(sourceText(first.what), sourcePlace(m_graph, first.file, first.line));
        if (signs.size() > 1)
            text += u", and %1 more"_s.arg(signs.size() - 1);
        m_verdict.evidence.append(text);
    }

    void missing(const OrmUse &use)
    {
        const auto half = !use.declares.empty() ? u"declares tables with %1, but never works with them"_s
            : !use.works.empty()                ? u"works with %1, but declares no table with it"_s
                                                : u"neither declares tables with %1 nor works with them"_s;
        m_verdict.violations.insert(m_verdict.violations.begin(),
            Violation{.constraint = m_verdict.constraint,
                .file = {},
                .line = 0,
                .reason = u"The code that the server runs "_s + half.arg(title()) + u'.',
                .rule = u"orm-missing"_s});
    }

    void rawSql()
    {
        m_sent = sentSql(m_follower);
        for (const auto &sent : m_sent) {
            if (sent.kind == SqlTextKind::Statement)
                violate(sent.file, sent.line, u"raw-sql"_s,
                    u"%1 sends hand-written SQL: %2"_s.arg(sourceText(sent.what), sourceText(sqlBeginning(sent.text))));
        }
    }

    void bypasses()
    {
        for (const auto &other : otherOrmUse(m_follower, m_verdict.constraint)) {
            violate(other.file, other.line, u"orm-bypassed"_s,
                u"%1 reads or writes data beside %2."_s.arg(sourceText(other.what), title()));
        }
        for (const auto &sent : m_sent) {
            if (isPastTheOrm(sent))
                violate(sent.file, sent.line, u"orm-bypassed"_s,
                    u"%1 uses the database through %2, beside %3."_s.arg(
                        sourceText(sent.what), sourceText(sent.package), title()));
        }
    }

    /// A driver that is handed what cannot be read here; statements that can be are named as such.
    [[nodiscard]] static bool isPastTheOrm(const SentSql &sent)
    {
        return !sent.isKnown && sent.kind == SqlTextKind::NoStatement
            && engineOfDriver(sent.package) != DatabaseEngine::Unknown;
    }

    void violate(int file, int line, const QString &rule, const QString &text)
    {
        m_verdict.violations.push_back({.constraint = m_verdict.constraint,
            .file = sourcePath(m_graph, file),
            .line = line,
            .reason = text,
            .rule = rule});
    }

    const ModuleGraph &m_graph;
    ValueFollower m_follower;
    std::vector<SentSql> m_sent;
    ConstraintVerdict m_verdict;
};

} // namespace

ConstraintVerdict judgeOrm(const ModuleGraph &graph, Constraint orm)
{
    return OrmJudging(graph, orm).verdict();
}

} // namespace Decayscope
