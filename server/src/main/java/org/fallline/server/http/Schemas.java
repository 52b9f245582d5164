package org.fallline.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;

/** The JSON Schemas of what the API takes and gives, by the names that {@link Operation}s use. */
final class Schemas {
    static final String EXPERIMENT = "Experiment";
    static final String RECEIPT = "Receipt";
    static final String ABOUT = "About";
    static final String CHANGES = "Changes";
    static final String REPORT = "Report";
    static final String GALLERY = "Gallery";
    static final String TAGS = "Tags";
    static final String OEMBED = "OEmbed";
    static final String HEALTH = "Health";
    static final String DOCUMENT = "Document";
    static final String PROBLEM = "Problem";

    private static final String COMMON = """
            {
              "Id": {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{12,51}$"},
              "Receipt": {
                "type": "object", "additionalProperties": false, "required": ["id", "url"],
                "properties": {
                  "id": {"$ref": "#/components/schemas/Id"},
                  "url": {"type": "string", "description": "Path of the page that shows it."},
                  "parent": {"$ref": "#/components/schemas/Id"},
                  "editToken": {"type": "string", "minLength": 32, "description": "Whoever holds it may change and delete; it is shown only once."}
                }
              },
              "About": {
                "type": "object", "additionalProperties": false,
                "required": ["id", "url", "title", "notes", "tags", "listed", "savedAt", "forks", "ancestors"],
                "properties": {
                  "id": {"$ref": "#/components/schemas/Id"},
                  "url": {"type": "string"},
                  "title": {"type": "string"},
                  "notes": {"type": "string"},
                  "tags": {"$ref": "#/components/schemas/TagNames"},
                  "listed": {"type": "boolean", "description": "Whether the gallery shows it."},
                  "savedAt": {"type": "string", "format": "date-time"},
                  "forks": {"type": "integer", "minimum": 0},
                  "ancestors": {"type": "array", "items": {"$ref": "#/components/schemas/Id"}, "description": "What it is a fork of, the nearest first; of a listed one only those that are listed."}
                }
              },
              "TagNames": {"type": "array", "maxItems": %2$d, "items": {"type": "string", "minLength": 1, "maxLength": %3$d}},
              "Changes": {
                "type": "object", "additionalProperties": false,
                "properties": {
                  "title": {"type": "string", "maxLength": %4$d},
                  "notes": {"type": "string", "maxLength": %5$d},
                  "tags": {"$ref": "#/components/schemas/TagNames"},
                  "listed": {"type": "boolean"}
                }
              },
              "Report": {
                "type": "object", "additionalProperties": false, "required": ["reason"],
                "properties": {"reason": {"type": "string", "minLength": 1, "maxLength": 1000}}
              },
              "Gallery": {
                "type": "object", "additionalProperties": false, "required": ["items"],
                "properties": {
                  "items": {"type": "array", "maxItems": %1$d, "items": {
                    "type": "object", "additionalProperties": false,
                    "required": ["id", "url", "title", "notes", "tags", "listedAt", "forks"],
                    "properties": {
                      "id": {"$ref": "#/components/schemas/Id"},
                      "url": {"type": "string"},
                      "title": {"type": "string"},
                      "notes": {"type": "string"},
                      "tags": {"$ref": "#/components/schemas/TagNames"},
                      "listedAt": {"type": "string", "format": "date-time"},
                      "forks": {"type": "integer", "minimum": 0}
                    }
                  }},
                  "next": {"type": "string", "description": "The cursor of the next page; missing on the last."}
                }
              },
              "Tags": {
                "type": "object", "additionalProperties": false, "required": ["tags"],
                "properties": {"tags": {"type": "array", "items": {
                  "type": "object", "additionalProperties": false, "required": ["tag", "count"],
                  "properties": {"tag": {"type": "string"}, "count": {"type": "integer", "minimum": 1}}
                }}}
              },
              "OEmbed": {
                "type": "object", "additionalProperties": false,
                "required": ["type", "version", "title", "html", "width", "height", "provider_name", "provider_url"],
                "properties": {
                  "type": {"const": "rich"},
                  "version": {"const": "1.0"},
                  "title": {"type": "string"},
                  "html": {"type": "string"},
                  "width": {"type": "integer", "minimum": 1},
                  "height": {"type": "integer", "minimum": 1},
                  "provider_name": {"type": "string"},
                  "provider_url": {"type": "string"},
                  "cache_age": {"type": "integer"},
                  "thumbnail_url": {"type": "string"},
                  "thumbnail_width": {"type": "integer"},
                  "thumbnail_height": {"type": "integer"}
                }
              },
              "Health": {
                "type": "object", "additionalProperties": false, "required": ["status"],
                "properties": {"status": {"const": "up"}}
              },
              "Document": {"type": "object"},
              "Problem": {
                "type": "object", "additionalProperties": false, "required": ["type", "title", "status", "detail"],
                "description": "RFC 9457: what is wrong, where, and what would be right.",
                "properties": {
                  "type": {"type": "string"},
                  "title": {"type": "string"},
                  "status": {"type": "integer", "minimum": 400, "maximum": 599},
                  "detail": {"type": "string"},
                  "pointer": {"type": "string", "description": "JSON pointer to the wrong field."},
                  "position": {"type": "integer", "minimum": 0, "description": "Index into the field's text."},
                  "line": {"type": "integer", "minimum": 1},
                  "column": {"type": "integer", "minimum": 1}
                }
              }
            }
            """.formatted(
            GalleryQuery.MOST, Changes.MOST_TAGS, Changes.LONGEST_TAG, Changes.LONGEST_TITLE, Changes.LONGEST_NOTES);

    private Schemas() {}

    /** All of them, by name. */
    static Map<String, Json> all() {
        Map<String, Json> schemas = new LinkedHashMap<>();
        schemas.put(EXPERIMENT, ExperimentSchema.json());
        schemas.putAll(((Json.Obj) JsonReader.read(COMMON)).members());
        return schemas;
    }
}
