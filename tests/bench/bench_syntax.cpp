// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long the syntax verifiers take for backends of 200 files, and the ratio to what is allowed.
// bench_syntax [FOLDER]: without a folder, a Python and a TypeScript backend are written on the spot.

#include <verifiers/syntaxverifier.h>
#include <verifiers/workspacepatch.h>

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Decayscope;

namespace {

constexpr int times = 7;
constexpr int fileCount = 200;
constexpr int functionsPerFile = 6; ///< About 3 kB a file, as agents write them.
constexpr double budget = 0.3;

struct Layer
{
    QByteArray name;
    QByteArray below;
};

const std::array layers{Layer{"models", {}}, Layer{"repositories", "models"}, Layer{"services", "repositories"},
    Layer{"routes", "services"}};

QByteArray pythonFile(const Layer &layer, const QByteArray &name)
{
    QByteArray code = "import logging\n\nfrom sqlalchemy import select\n\n";
    if (!layer.below.isEmpty())
        code += "from app." + layer.below + "." + name + " import (\n    find_0,\n    update_1,\n)\n\n";
    code += "logger = logging.getLogger(__name__)\n";
    for (int i = 0; i < functionsPerFile; ++i) {
        const auto index = QByteArray::number(i);
        code += "\n\nasync def update_" + index + "(session, slug: str, values: dict, user) -> dict:\n"
            + "    \"\"\"Only the author may change it: SELECT * FROM nothing.\"\"\"\n"
              "    article = (await session.scalars(select(Article).where(Article.slug == slug))).first()\n"
              "    if article is None or article.author_id != user.id:\n"
              "        raise Forbidden(f\"{user.name} may not change {slug}\")\n"
              "    article.title = values.get(\"title\", article.title)\n"
              "    return {\"article\": {\"slug\": article.slug, \"title\": article.title, \"tagList\": []}}\n";
    }
    return code;
}

QByteArray typeScriptFile(const Layer &layer, const QByteArray &name)
{
    QByteArray code = "import { Sequelize, Op } from 'sequelize';\n";
    if (!layer.below.isEmpty())
        code += "import {\n  find0,\n  update1,\n} from '../" + layer.below + "/" + name + ".js';\n";
    for (int i = 0; i < functionsPerFile; ++i) {
        const auto index = QByteArray::number(i);
        code += "\nexport async function update" + index + "(slug: string, values: Partial<Article>, user: User) {\n"
            + "  // only the author may change it\n"
              "  const article = await Article.findOne({ where: { slug, state: { [Op.ne]: 'gone' } } });\n"
              "  if (!article || article.authorId !== user.id) {\n"
              "    throw new Forbidden(`${user.name} may not change ${slug}`);\n  }\n"
              "  article.title = values.title ?? article.title;\n"
              "  return { article: { slug: article.slug, title: article.title, tagList: [] } };\n}\n";
    }
    return code;
}

QByteArray added(const QByteArray &path, QByteArray code)
{
    const auto lines = QByteArray::number(code.count('\n'));
    code.chop(1);
    code.replace("\n", "\n+");
    return "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
        + "\n@@ -0,0 +1," + lines + " @@\n+" + code + '\n';
}

template <typename Write>
QByteArray backend(const QByteArray &folder, const QByteArray &ending, Write write)
{
    QByteArray patch;
    for (int number = 0; number < fileCount; ++number) {
        const auto &layer = layers.at(static_cast<std::size_t>(number) % layers.size());
        const QByteArray name = "article" + QByteArray::number(number / 4);
        patch += added(folder + layer.name + '/' + name + ending, write(layer, name));
    }
    return patch;
}

double seconds(const QByteArray &patch, ConstraintSet constraints)
{
    double best = budget * 1000;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto verdicts = verifySyntax(patch, constraints);
        if (verdicts.empty())
            return best;
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

bool isWithinBudget(const char *name, const QByteArray &patch, ConstraintSet constraints)
{
    const auto taken = seconds(patch, constraints);
    std::printf("%-12s %8.1f kB %8.1f ms   ratio to %.0f ms: %.3f\n", name, static_cast<double>(patch.size()) / 1000,
        taken * 1e3, budget * 1e3, taken / budget);
    return taken <= budget;
}

} // namespace

int main(int argc, char *argv[])
{
    using enum Constraint;
    if (argc > 1) {
        const auto patch = patchOfWorkspace(QString::fromLocal8Bit(argv[1]));
        if (!patch) {
            std::fprintf(stderr, "%s\n", qPrintable(patch.error().message));
            return 2;
        }
        return isWithinBudget("given", *patch, {CleanArchitecture, Postgres, SqlAlchemy}) ? 0 : 1;
    }
    const bool python
        = isWithinBudget("Python", backend("app/", ".py", pythonFile), {CleanArchitecture, Postgres, SqlAlchemy});
    const bool typeScript = isWithinBudget(
        "TypeScript", backend("src/", ".ts", typeScriptFile), {CleanArchitecture, Postgres, Sequelize});
    return python && typeScript ? 0 : 1;
}
