// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract.h"
#include "contractfolder.h"
#include "filefields.h"
#include "variants.h"

#include <algorithm>
#include <set>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

using Need = FileFields::Need;

constexpr int databasePort = 5432;
constexpr qsizetype longestName = 60;

/// As task names and folders take it: [a-z][a-z0-9_]*
bool isPlainName(QStringView name)
{
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !name.isEmpty() && name.size() <= longestName && isLetter(name.front())
        && std::ranges::all_of(
            name, [&isLetter](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_'; });
}

/// Reads `contract.json` and what it names.
class ContractReader
{
public:
    ContractReader(const ContractFolder &folder, FileFields fields)
        : m_folder(folder)
        , m_fields(std::move(fields))
    { }

    [[nodiscard]] Result<Contract> read()
    {
        readNames();
        readServer();
        for (auto &fields : m_fields.objects("runtimes"_L1))
            readRuntime(fields);
        readVariants();
        if (!m_fields.isSound())
            return m_fields.error();
        if (auto done = readFiles(); !done)
            return std::unexpected(std::move(done.error()));
        return std::move(m_contract);
    }

private:
    void readNames()
    {
        m_fields.knowOnly({"$schema"_L1, "name"_L1, "word"_L1, "title"_L1, "version"_L1, "description"_L1, "openapi"_L1,
            "suite"_L1, "deepSuite"_L1, "collection"_L1, "basePath"_L1, "healthPath"_L1, "database"_L1, "runtimes"_L1,
            "variants"_L1});
        m_contract.origin = m_folder.contractFile();
        m_contract.name = plainName(m_fields, "name"_L1, Need::Required);
        m_contract.word = m_fields.has("word"_L1) ? plainName(m_fields, "word"_L1, Need::Required) : m_contract.name;
        m_contract.title = m_fields.line("title"_L1, Need::Required);
        m_contract.version = m_fields.line("version"_L1, Need::Required);
        m_contract.description = m_fields.line("description"_L1);
        m_contract.collection = m_fields.line("collection"_L1);
    }

    void readServer()
    {
        m_contract.basePath = urlPath("basePath"_L1, Need::Optional);
        m_contract.healthPath = urlPath("healthPath"_L1, Need::Required);
        if (m_contract.basePath.endsWith(u'/'))
            m_fields.refuse(u"basePath"_s, u"must not end with a slash."_s);
        m_contract.database
            = m_fields.has("database"_L1) ? plainName(m_fields, "database"_L1, Need::Required) : u"conduit"_s;
    }

    void readRuntime(FileFields &fields)
    {
        fields.knowOnly({"name"_L1, "language"_L1, "frameworks"_L1, "manifest"_L1, "setUp"_L1, "port"_L1, "orm"_L1});
        ContractRuntime runtime{.name = plainName(fields, "name"_L1, Need::Required),
            .language = fields.line("language"_L1, Need::Required),
            .frameworks = fields.lines("frameworks"_L1, Need::Required),
            .manifest = fields.line("manifest"_L1, Need::Required),
            .setUp = fields.lines("setUp"_L1, Need::Required)};
        if (m_contract.runtime(runtime.name))
            fields.refuse(u"name"_s, u"is \"%1\" for a second time."_s.arg(runtime.name));
        for (const auto &framework : runtime.frameworks)
            checkFramework(fields, framework);
        runtime.port = fields.number("port"_L1, 1, 65535).value_or(runtime.port);
        if (runtime.port == databasePort)
            fields.refuse(u"port"_s, u"is %1, which belongs to the database."_s.arg(databasePort));
        runtime.orm = ormOf(fields);
        m_contract.runtimes.push_back(std::move(runtime));
    }

    void checkFramework(FileFields &fields, const QString &framework)
    {
        if (!isPlainName(framework))
            fields.refuse(u"frameworks"_s,
                u"holds \"%1\"; a framework's name is made of a–z, 0–9 and _, a letter first."_s.arg(framework));
        if (!m_frameworks.insert(framework).second)
            fields.refuse(u"frameworks"_s, u"holds \"%1\" for a second time."_s.arg(framework));
    }

    [[nodiscard]] Constraint ormOf(FileFields &fields)
    {
        const auto name = fields.line("orm"_L1);
        const auto orm = constraintFromName(name.isEmpty() ? constraintName(Constraint::SqlAlchemy) : name);
        if (orm && kindOf(*orm) == ConstraintKind::Orm)
            return *orm;
        fields.refuse(u"orm"_s, u"is \"%1\"; known are \"sqlalchemy\" and \"sequelize\"."_s.arg(name.left(40)));
        return Constraint::SqlAlchemy;
    }

    void readVariants()
    {
        m_contract.variants = m_fields.lists("variants"_L1);
        for (std::size_t i = 0; i < m_contract.variants.size(); ++i) {
            if (const auto fault = variantFault(m_contract.variants[i]); !fault.isEmpty())
                m_fields.refuse(u"variants[%1]"_s.arg(i), fault);
        }
        for (const auto &runtime : m_contract.runtimes)
            checkMatrix(runtime);
    }

    void checkMatrix(const ContractRuntime &runtime)
    {
        std::set<ConstraintSet> seen;
        for (std::size_t i = 0; i < m_contract.variants.size(); ++i) {
            const auto constraints = constraintsOf(m_contract.variants[i], runtime.orm);
            if (constraints && !seen.insert(*constraints).second)
                m_fields.refuse(u"variants[%1]"_s.arg(i), u"is the same as an earlier one for %1."_s.arg(runtime.name));
        }
    }

    [[nodiscard]] QString plainName(FileFields &fields, QLatin1StringView key, Need need)
    {
        auto name = fields.line(key, need);
        if (!name.isEmpty() && !isPlainName(name))
            fields.refuse(key, u"is \"%1\"; it must be made of a–z, 0–9 and _, a letter first."_s.arg(name.left(80)));
        return name;
    }

    [[nodiscard]] QString urlPath(QLatin1StringView key, Need need)
    {
        auto path = m_fields.line(key, need);
        const bool odd = std::ranges::any_of(
            path, [](QChar c) { return c.unicode() <= 0x20 || c.unicode() > 0x7e || u"?#`\"\\<>"_s.contains(c); });
        if (!path.isEmpty() && (!path.startsWith(u'/') || odd))
            m_fields.refuse(key, u"must be a path such as \"/api\"."_s);
        return path;
    }

    [[nodiscard]] Result<> readFiles()
    {
        const auto description = m_fields.line("openapi"_L1, Need::Required);
        const auto suite = m_fields.line("suite"_L1, Need::Required);
        const auto deepSuite = m_fields.line("deepSuite"_L1);
        if (!m_fields.isSound())
            return m_fields.error();
        if (auto done = take(m_contract.openApi, m_folder.bytes(description)); !done)
            return done;
        if (auto done = take(m_contract.suite, suiteBytes("suite"_L1, suite)); !done)
            return done;
        if (!deepSuite.isEmpty()) {
            if (auto done = take(m_contract.deepSuite, suiteBytes("deepSuite"_L1, deepSuite)); !done)
                return done;
        }
        return take(m_contract.operations, readOperations(m_contract.openApi, m_folder.pathOf(description)));
    }

    /// One of the program's by its name, else a file; what is in it is the suite reader's business.
    [[nodiscard]] Result<QByteArray> suiteBytes(QLatin1StringView key, const QString &name)
    {
        if (name.endsWith(".json"_L1)) {
            auto bytes = m_folder.bytes(name);
            if (!bytes)
                return bytes;
            if (auto fields = FileFields::parsed(*bytes, m_folder.pathOf(name)); !fields)
                return std::unexpected(std::move(fields.error()));
            return bytes;
        }
        auto bytes = isPlainSuiteName(name) ? embeddedSuite(name) : QByteArray();
        if (!bytes.isEmpty())
            return bytes;
        m_fields.refuse(key,
            u"is \"%1\"; expected is a file such as \"suite.json\", or \"conduit\" or \"conduit-deep\"."_s.arg(
                name.left(80)));
        return m_fields.error();
    }

    [[nodiscard]] static bool isPlainSuiteName(const QString &name)
    {
        return isPlainName(QString(name).replace(u'-', u'_'));
    }

    template <typename T>
    [[nodiscard]] static Result<> take(T &into, Result<T> value)
    {
        if (!value)
            return std::unexpected(std::move(value.error()));
        into = *std::move(value);
        return {};
    }

    const ContractFolder &m_folder;
    FileFields m_fields;
    Contract m_contract;
    std::set<QString> m_frameworks; ///< Of all runtimes: task names do not say the runtime.
};

} // namespace

Result<Contract> openContract(const QString &path)
{
    const auto folder = ContractFolder::at(path);
    if (!folder)
        return std::unexpected(folder.error());
    const auto bytes = folder->contractBytes();
    if (!bytes)
        return std::unexpected(bytes.error());
    auto fields = FileFields::parsed(*bytes, folder->contractFile());
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    return ContractReader(*folder, *std::move(fields)).read();
}

} // namespace Decayscope
