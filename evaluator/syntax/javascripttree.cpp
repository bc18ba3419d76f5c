// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascripttree.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <map>
#include <span>

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

struct NamedKind
{
    std::string_view name;
    JavaScriptKind kind;
};

constexpr NamedKind kindNames[] = {{"ERROR", Kind::Error}, {"comment", Kind::Comment}, {"html_comment", Kind::Comment},
    {"hash_bang_line", Kind::Comment}, {"import_statement", Kind::ImportStatement},
    {"import_clause", Kind::ImportClause}, {"import_specifier", Kind::ImportSpecifier},
    {"namespace_import", Kind::NamespaceImport}, {"named_imports", Kind::NamedImports},
    {"import_require_clause", Kind::ImportRequireClause}, {"export_statement", Kind::ExportStatement},
    {"export_clause", Kind::ExportClause}, {"export_specifier", Kind::ExportSpecifier},
    {"namespace_export", Kind::NamespaceExport}, {"string", Kind::String}, {"string_fragment", Kind::StringFragment},
    {"escape_sequence", Kind::EscapeSequence}, {"template_string", Kind::Template},
    {"template_substitution", Kind::TemplateSubstitution}, {"number", Kind::Number}, {"true", Kind::Boolean},
    {"false", Kind::Boolean}, {"null", Kind::Nothing}, {"undefined", Kind::Nothing}, {"identifier", Kind::Identifier},
    {"property_identifier", Kind::Identifier}, {"private_property_identifier", Kind::Identifier},
    {"type_identifier", Kind::Identifier}, {"shorthand_property_identifier", Kind::ShorthandProperty},
    {"shorthand_property_identifier_pattern", Kind::Identifier}, {"this", Kind::This}, {"super", Kind::This},
    {"meta_property", Kind::MetaProperty}, {"import", Kind::ImportWord}, {"nested_identifier", Kind::NestedName},
    {"nested_type_identifier", Kind::NestedName}, {"unary_expression", Kind::Unary},
    {"binary_expression", Kind::Binary}, {"ternary_expression", Kind::Ternary},
    {"assignment_expression", Kind::Assignment}, {"augmented_assignment_expression", Kind::AugmentedAssignment},
    {"await_expression", Kind::Await}, {"parenthesized_expression", Kind::Parenthesized}, {"as_expression", Kind::As},
    {"satisfies_expression", Kind::As}, {"non_null_expression", Kind::NonNull}, {"type_assertion", Kind::TypeAssertion},
    {"sequence_expression", Kind::Sequence}, {"member_expression", Kind::Member},
    {"subscript_expression", Kind::Subscript}, {"call_expression", Kind::Call}, {"new_expression", Kind::New},
    {"arguments", Kind::Arguments}, {"spread_element", Kind::Spread}, {"array", Kind::Array}, {"object", Kind::Object},
    {"pair", Kind::Pair}, {"computed_property_name", Kind::ComputedName}, {"object_pattern", Kind::ObjectPattern},
    {"array_pattern", Kind::ArrayPattern}, {"pair_pattern", Kind::PairPattern},
    {"object_assignment_pattern", Kind::DefaultPattern}, {"assignment_pattern", Kind::DefaultPattern},
    {"rest_pattern", Kind::RestPattern}, {"variable_declarator", Kind::Declarator},
    {"lexical_declaration", Kind::Declaration}, {"variable_declaration", Kind::Declaration},
    {"function_declaration", Kind::FunctionDeclaration}, {"generator_function_declaration", Kind::FunctionDeclaration},
    {"function_expression", Kind::FunctionExpression}, {"generator_function", Kind::FunctionExpression},
    {"arrow_function", Kind::Arrow}, {"method_definition", Kind::Method},
    {"abstract_method_signature", Kind::Signature}, {"method_signature", Kind::Signature},
    {"function_signature", Kind::Signature}, {"formal_parameters", Kind::Parameters},
    {"required_parameter", Kind::Parameter}, {"optional_parameter", Kind::Parameter},
    {"class_declaration", Kind::Class}, {"abstract_class_declaration", Kind::Class}, {"class", Kind::Class},
    {"class_body", Kind::ClassBody}, {"class_heritage", Kind::ClassHeritage}, {"extends_clause", Kind::Extends},
    {"extends_type_clause", Kind::Extends}, {"implements_clause", Kind::Implements}, {"field_definition", Kind::Field},
    {"public_field_definition", Kind::Field}, {"property_signature", Kind::PropertySignature},
    {"interface_declaration", Kind::Interface}, {"type_alias_declaration", Kind::TypeAlias},
    {"object_type", Kind::ObjectType}, {"interface_body", Kind::ObjectType}, {"enum_declaration", Kind::Enum},
    {"enum_body", Kind::EnumBody}, {"enum_assignment", Kind::EnumAssignment}, {"internal_module", Kind::Namespace},
    {"module", Kind::Namespace}, {"ambient_declaration", Kind::Ambient}, {"decorator", Kind::Decorator},
    {"accessibility_modifier", Kind::AccessWord}, {"override_modifier", Kind::AccessWord},
    {"type_annotation", Kind::TypeAnnotation}, {"type_arguments", Kind::TypeArguments},
    {"type_parameters", Kind::TypeParameters}, {"generic_type", Kind::GenericType}, {"if_statement", Kind::If},
    {"try_statement", Kind::Try}, {"catch_clause", Kind::Catch}, {"switch_case", Kind::Case},
    {"switch_default", Kind::DefaultCase}, {"return_statement", Kind::Return},
    {"expression_statement", Kind::ExpressionStatement}, {"statement_block", Kind::Block}};

constexpr NamedKind signNames[] = {{"type", Kind::TypeWord}, {"default", Kind::DefaultWord}, {"=", Kind::EqualsSign},
    {",", Kind::Comma}, {"readonly", Kind::AccessWord}};

constexpr std::pair<std::string_view, JavaScriptField> fieldNames[]
    = {{"alias", Field::Alias}, {"alternative", Field::Alternative}, {"arguments", Field::Arguments},
        {"body", Field::Body}, {"condition", Field::Condition}, {"consequence", Field::Consequence},
        {"constructor", Field::Constructor}, {"declaration", Field::Declaration}, {"function", Field::Function},
        {"index", Field::Index}, {"key", Field::Key}, {"left", Field::Left}, {"name", Field::Name},
        {"object", Field::Object}, {"operator", Field::Operator}, {"parameter", Field::Parameter},
        {"parameters", Field::Parameters}, {"pattern", Field::Pattern}, {"property", Field::Property},
        {"right", Field::Right}, {"source", Field::Source}, {"type", Field::Type}, {"value", Field::Value}};

/// The numbers of a grammar as the words above.
struct Vocabulary
{
    explicit Vocabulary(const TSLanguage *language);

    std::vector<JavaScriptKind> kinds; ///< By symbol.
    std::vector<JavaScriptField> fields; ///< By field id.
};

JavaScriptKind kindNamed(std::span<const NamedKind> rows, std::string_view name)
{
    const auto found = std::ranges::find(rows, name, &NamedKind::name);
    return found == rows.end() ? Kind::Other : found->kind;
}

Vocabulary::Vocabulary(const TSLanguage *language)
    : kinds(ts_language_symbol_count(language), Kind::Other)
    , fields(ts_language_field_count(language) + 1, Field::None)
{
    for (std::size_t symbol = 0; symbol < kinds.size(); ++symbol) {
        const auto id = static_cast<TSSymbol>(symbol);
        const auto isNamed = ts_language_symbol_type(language, id) == TSSymbolTypeRegular;
        kinds[symbol]
            = kindNamed(isNamed ? std::span<const NamedKind>(kindNames) : std::span<const NamedKind>(signNames),
                ts_language_symbol_name(language, id));
    }
    for (const auto &[name, field] : fieldNames) {
        const auto id = ts_language_field_id_for_name(language, name.begin(), static_cast<uint32_t>(name.size()));
        fields.at(id) = id == 0 ? Field::None : field;
    }
}

/// Of the signs and words, those that say what their node is; others have no part in it.
bool isWanted(Kind sign, Kind parent)
{
    switch (sign) {
    case Kind::Comma:
        return parent == Kind::ArrayPattern;
    case Kind::EqualsSign:
        return parent == Kind::ExportStatement;
    default:
        return sign != Kind::Other;
    }
}

/// Grammars are few and live as long as the program.
const Vocabulary &vocabularyOf(const TSLanguage *language)
{
    thread_local std::map<const TSLanguage *, Vocabulary> known;
    return known.try_emplace(language, language).first->second;
}

} // namespace

JavaScriptTree::JavaScriptTree(const SyntaxNode &root)
    : m_source(root.source())
{
    if (root.isNull())
        return;
    auto cursor = ts_tree_cursor_new(root.handle());
    m_nodes.reserve(m_source.size() / 4 + 1);
    read(&cursor, ts_node_language(root.handle()));
    ts_tree_cursor_delete(&cursor);
}

void JavaScriptTree::read(TSTreeCursor *cursor, const TSLanguage *language)
{
    const auto &words = vocabularyOf(language);
    int parent = -1;
    for (;;) {
        const auto node = ts_tree_cursor_current_node(cursor);
        const auto kind = ts_node_is_error(node) ? Kind::Error : words.kinds.at(ts_node_symbol(node));
        const auto field = words.fields.at(ts_tree_cursor_current_field_id(cursor));
        const auto isKept = ts_node_is_named(node) ? kind != Kind::Comment
                                                   : field == Field::Operator || isWanted(kind, this->kind(parent));
        if (isKept)
            m_nodes.push_back({.kind = kind,
                .field = field,
                .parent = parent,
                .past = size() + 1,
                .line = static_cast<int>(ts_node_start_point(node).row) + 1,
                .start = ts_node_start_byte(node),
                .end = ts_node_end_byte(node)});
        if (isKept && ts_tree_cursor_goto_first_child(cursor)) {
            parent = size() - 1;
            continue;
        }
        if (kind != Kind::Comment)
            countLines(node);
        while (!ts_tree_cursor_goto_next_sibling(cursor)) {
            if (!ts_tree_cursor_goto_parent(cursor))
                return;
            close(parent);
            parent = at(parent).parent;
        }
    }
}

void JavaScriptTree::close(int node)
{
    if (node >= 0)
        m_nodes[std::size_t(node)].past = size();
}

void JavaScriptTree::countLines(TSNode leaf)
{
    if (ts_node_start_byte(leaf) == ts_node_end_byte(leaf))
        return;
    const auto first = std::max(static_cast<int>(ts_node_start_point(leaf).row), m_lastLine + 1);
    m_lastLine = std::max(m_lastLine, static_cast<int>(ts_node_end_point(leaf).row));
    m_codeLines += std::max(0, m_lastLine - first + 1);
}

std::string_view JavaScriptTree::text(int node) const
{
    return m_source.substr(at(node).start, at(node).end - at(node).start);
}

int JavaScriptTree::firstChild(int node) const
{
    return node >= 0 && at(node).past > node + 1 ? node + 1 : -1;
}

int JavaScriptTree::nextSibling(int node) const
{
    return node >= 0 && at(node).past < at(at(node).parent).past ? at(node).past : -1;
}

int JavaScriptTree::lastChild(int node) const
{
    int last = -1;
    for (int child = firstChild(node); child >= 0; child = nextSibling(child))
        last = child;
    return last;
}

int JavaScriptTree::child(int node, JavaScriptField field) const
{
    for (int child = firstChild(node); child >= 0; child = nextSibling(child)) {
        if (at(child).field == field)
            return child;
    }
    return -1;
}

int JavaScriptTree::child(int node, JavaScriptKind kind) const
{
    for (int child = firstChild(node); child >= 0; child = nextSibling(child)) {
        if (at(child).kind == kind)
            return child;
    }
    return -1;
}

std::vector<int> JavaScriptTree::children(int node) const
{
    std::vector<int> nodes;
    for (int child = firstChild(node); child >= 0; child = nextSibling(child))
        nodes.push_back(child);
    return nodes;
}

} // namespace Decayscope
