// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionstore.h"

#include "listjson.h"
#include "statement.h"
#include "transaction.h"

#include <QHash>

#include <algorithm>

namespace Decayscope {

namespace {

/// A request as reports list it: which of its name it is, and which assertions it has. Most runs share them.
struct RequestShape
{
    int name = 0;
    int occurrence = 1; ///< Counted from 1 within a run.
    qint64 assertions = 0;

    bool operator==(const RequestShape &) const = default;

    friend std::size_t qHash(const RequestShape &shape, std::size_t seed = 0)
    {
        return qHashMulti(seed, shape.name, shape.occurrence, shape.assertions);
    }
};

/// "Login" for the first, "Login #2" for the second.
QString numberedName(const QString &name, int occurrence)
{
    return occurrence == 1 ? name : QString(name % u" #" % QString::number(occurrence));
}

/// Sorts; of equal numbers one stays, for where "x #2" is also the name of another assertion.
void sortOnce(std::vector<int> &numbers)
{
    std::ranges::sort(numbers);
    const auto rest = std::ranges::unique(numbers);
    numbers.erase(rest.begin(), rest.end());
}

class OutcomesReader
{
public:
    explicit OutcomesReader(Connection &connection)
        : m_connection(connection)
    { }

    Result<AssertionOutcomes> read()
    {
        return readEndpoints()
            .and_then([this] { return readLists(); })
            .and_then([this] { return readRequests(); })
            .transform([this] {
                finishRun();
                return std::move(m_outcomes);
            });
    }

private:
    Result<> readEndpoints();
    Result<> readLists();
    Result<> readRequests();
    void startRun(RunId run);
    void finishRun();
    Result<> add(const Statement &row);
    const std::vector<int> &assertionsOf(const RequestShape &shape);
    int numberOf(const QString &name);

    Connection &m_connection;
    QHash<qint64, int> m_nameOfEndpoint; ///< By endpoint; the same name may have several methods and addresses.
    QStringList m_names; ///< Of requests.
    QHash<qint64, QStringList> m_lists;
    QHash<RequestShape, std::vector<int>> m_shapes;
    QHash<QString, int> m_numbers; ///< Of assertions by their whole name.
    RunId m_run;
    QHash<int, int> m_occurrences; ///< Of the run that is read: requests by name.
    std::vector<int> m_counted;
    std::vector<int> m_failed;
    AssertionOutcomes m_outcomes;
};

Result<> OutcomesReader::readEndpoints()
{
    Statement select(m_connection, u"SELECT id, name FROM endpoint");
    if (auto done = select.run(); !done)
        return done;
    QHash<QString, int> numbers;
    while (select.next()) {
        const auto name = select.text(1);
        const auto known = numbers.constFind(name);
        const auto number = known == numbers.cend() ? static_cast<int>(m_names.size()) : *known;
        if (known == numbers.cend()) {
            numbers.insert(name, number);
            m_names.append(name);
        }
        m_nameOfEndpoint.insert(select.number64(0), number);
    }
    return {};
}

Result<> OutcomesReader::readLists()
{
    Statement select(m_connection, u"SELECT id, names FROM assertion_list");
    if (auto done = select.run(); !done)
        return done;
    while (select.next())
        m_lists.insert(select.number64(0), listFromJson(select.text(1)));
    return {};
}

Result<> OutcomesReader::readRequests()
{
    Statement select(m_connection,
        u"SELECT r.id, q.endpoint, q.assertions, q.outcomes FROM run r JOIN request q ON q.version = r.version "
        "ORDER BY r.id, q.position");
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        if (auto done = add(select); !done)
            return done;
    }
    return {};
}

void OutcomesReader::startRun(RunId run)
{
    finishRun();
    m_run = run;
}

void OutcomesReader::finishRun()
{
    if (!m_run.isStored())
        return;
    sortOnce(m_counted);
    sortOnce(m_failed);
    m_outcomes.counted.insert_or_assign(m_run, std::exchange(m_counted, {}));
    m_outcomes.failed.insert_or_assign(m_run, std::exchange(m_failed, {}));
    m_occurrences.clear();
}

Result<> OutcomesReader::add(const Statement &row)
{
    if (const RunId run{row.number64(0)}; run != m_run)
        startRun(run);
    const auto name = m_nameOfEndpoint.value(row.number64(1));
    const auto &assertions
        = assertionsOf({.name = name, .occurrence = ++m_occurrences[name], .assertions = row.number64(2)});
    if (m_outcomes.names.size() > mostAssertions)
        return failure(ErrorKind::Refused,
            QStringLiteral(
                "The reports in \"%1\" name more than %L2 different assertions: they are not compared one by "
                "one.")
                .arg(m_connection.path())
                .arg(mostAssertions));
    const auto outcomes = row.text(3);
    const auto count = std::min(assertions.size(), static_cast<std::size_t>(outcomes.size()));
    for (std::size_t i = 0; i < count; ++i) {
        m_counted.push_back(assertions[i]);
        if (outcomes[static_cast<qsizetype>(i)] != u'p')
            m_failed.push_back(assertions[i]);
    }
    return {};
}

/// The numbers of a request's assertions; the second of a name within it is "… #2", too.
const std::vector<int> &OutcomesReader::assertionsOf(const RequestShape &shape)
{
    const auto known = m_shapes.constFind(shape);
    if (known != m_shapes.cend())
        return *known;
    const QString request = numberedName(m_names.value(shape.name), shape.occurrence) % assertionSeparator;
    QHash<QString, int> occurrences;
    std::vector<int> numbers;
    const auto names = m_lists.value(shape.assertions);
    numbers.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names)
        numbers.push_back(numberOf(request + numberedName(name, ++occurrences[name])));
    return *m_shapes.insert(shape, std::move(numbers));
}

int OutcomesReader::numberOf(const QString &name)
{
    const auto known = m_numbers.constFind(name);
    if (known != m_numbers.cend())
        return *known;
    const auto number = static_cast<int>(m_outcomes.names.size());
    m_numbers.insert(name, number);
    m_outcomes.names.append(name);
    return number;
}

} // namespace

Result<AssertionOutcomes> readAssertionOutcomes(Connection &connection)
{
    return readAtOnce(connection, [&] { return OutcomesReader(connection).read(); });
}

} // namespace Decayscope
